using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Adapters.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Sends : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Began",
                table: "Outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Repeats",
                table: "Outbox",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Parked",
                table: "Outbox",
                columns: new[] { "OfficeId", "Seq" },
                filter: "\"State\" = 'Parked'");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Repeated",
                table: "Outbox",
                columns: new[] { "OfficeId", "Seq" },
                filter: "\"Repeats\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_Parked",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Repeated",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Began",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Repeats",
                table: "Outbox");
        }
    }
}
