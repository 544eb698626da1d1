using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Adapters.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Telegram : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FetchAfter",
                table: "Attachments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "FetchAttempts",
                table: "Attachments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "SentParts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    PlatformId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentParts", x => new { x.Key, x.Part });
                });

            migrationBuilder.CreateTable(
                name: "TelegramChats",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    MovedTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Topic = table.Column<long>(type: "INTEGER", nullable: true),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeafSince = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TelegramChats", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_ToFetch",
                table: "Attachments",
                column: "FetchAfter",
                filter: "\"BlobKey\" IS NULL AND \"PlatformFile\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SentParts_PlatformId",
                table: "SentParts",
                column: "PlatformId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SentParts");

            migrationBuilder.DropTable(
                name: "TelegramChats");

            migrationBuilder.DropIndex(
                name: "IX_Attachments_ToFetch",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "FetchAfter",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "FetchAttempts",
                table: "Attachments");
        }
    }
}
