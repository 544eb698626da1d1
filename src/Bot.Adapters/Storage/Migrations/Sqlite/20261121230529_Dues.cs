using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Adapters.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Dues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dues_State_ClosesAt",
                table: "Dues");

            migrationBuilder.RenameColumn(
                name: "MovedTo",
                table: "Dues",
                newName: "ExcusedBy");

            migrationBuilder.RenameColumn(
                name: "MovedBy",
                table: "Dues",
                newName: "ExcusedAt");

            migrationBuilder.RenameColumn(
                name: "MovedBecause",
                table: "Dues",
                newName: "ChangedAt");

            migrationBuilder.AddColumn<string>(
                name: "Draft",
                table: "Returns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fingerprint",
                table: "Returns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ObligationId",
                table: "Returns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Occurrence",
                table: "Returns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TopUnitId",
                table: "Groups",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Deadline",
                table: "Dues",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "DeadlineMoves",
                columns: table => new
                {
                    OfficeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<string>(type: "TEXT", nullable: false),
                    ObligationId = table.Column<string>(type: "TEXT", nullable: false),
                    Occurrence = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MovedTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Because = table.Column<string>(type: "TEXT", nullable: false),
                    MovedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineMoves", x => new { x.OfficeId, x.CampaignId, x.ObligationId, x.Occurrence });
                });

            migrationBuilder.CreateTable(
                name: "ObligationSettings",
                columns: table => new
                {
                    OfficeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<string>(type: "TEXT", nullable: false),
                    ObligationId = table.Column<string>(type: "TEXT", nullable: false),
                    Settings = table.Column<string>(type: "TEXT", nullable: false),
                    SetAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SetBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObligationSettings", x => new { x.OfficeId, x.CampaignId, x.ObligationId });
                });

            migrationBuilder.CreateTable(
                name: "Pushes",
                columns: table => new
                {
                    OfficeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CampaignId = table.Column<string>(type: "TEXT", nullable: false),
                    ObligationId = table.Column<string>(type: "TEXT", nullable: false),
                    Occurrence = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", nullable: false),
                    Platform = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChatId = table.Column<string>(type: "TEXT", nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    MessageKey = table.Column<string>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Units = table.Column<string>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pushes", x => new { x.OfficeId, x.Key });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Dues_MetBySubmissionId",
                table: "Dues",
                column: "MetBySubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_Dues_OfficeId_ChangedAt",
                table: "Dues",
                columns: new[] { "OfficeId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Dues_OfficeId_ClosesAt",
                table: "Dues",
                columns: new[] { "OfficeId", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Pushes_MessageKey",
                table: "Pushes",
                column: "MessageKey");

            migrationBuilder.CreateIndex(
                name: "IX_Pushes_OfficeId_PlannedAt",
                table: "Pushes",
                columns: new[] { "OfficeId", "PlannedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeadlineMoves");

            migrationBuilder.DropTable(
                name: "ObligationSettings");

            migrationBuilder.DropTable(
                name: "Pushes");

            migrationBuilder.DropIndex(
                name: "IX_Dues_MetBySubmissionId",
                table: "Dues");

            migrationBuilder.DropIndex(
                name: "IX_Dues_OfficeId_ChangedAt",
                table: "Dues");

            migrationBuilder.DropIndex(
                name: "IX_Dues_OfficeId_ClosesAt",
                table: "Dues");

            migrationBuilder.DropColumn(
                name: "Draft",
                table: "Returns");

            migrationBuilder.DropColumn(
                name: "Fingerprint",
                table: "Returns");

            migrationBuilder.DropColumn(
                name: "ObligationId",
                table: "Returns");

            migrationBuilder.DropColumn(
                name: "Occurrence",
                table: "Returns");

            migrationBuilder.DropColumn(
                name: "TopUnitId",
                table: "Groups");

            migrationBuilder.DropColumn(
                name: "Deadline",
                table: "Dues");

            migrationBuilder.RenameColumn(
                name: "ExcusedBy",
                table: "Dues",
                newName: "MovedTo");

            migrationBuilder.RenameColumn(
                name: "ExcusedAt",
                table: "Dues",
                newName: "MovedBy");

            migrationBuilder.RenameColumn(
                name: "ChangedAt",
                table: "Dues",
                newName: "MovedBecause");

            migrationBuilder.CreateIndex(
                name: "IX_Dues_State_ClosesAt",
                table: "Dues",
                columns: new[] { "State", "ClosesAt" });
        }
    }
}
