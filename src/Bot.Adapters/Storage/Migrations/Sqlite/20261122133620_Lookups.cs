using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Adapters.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Lookups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Dues_OfficeId_CampaignId_UnitId",
                table: "Dues",
                columns: new[] { "OfficeId", "CampaignId", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_Bookings_OfficeId_CampaignId_SlotId_At",
                table: "Bookings",
                columns: new[] { "OfficeId", "CampaignId", "SlotId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Dues_OfficeId_CampaignId_UnitId",
                table: "Dues");

            migrationBuilder.DropIndex(
                name: "IX_Bookings_OfficeId_CampaignId_SlotId_At",
                table: "Bookings");
        }
    }
}
