using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Adapters.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class WeCom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "WeComChats",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    TaughtAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeComChats", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WeComReplies",
                columns: table => new
                {
                    MessageId = table.Column<string>(type: "text", nullable: false),
                    Url = table.Column<string>(type: "text", nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    IsUsed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeComReplies", x => x.MessageId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WeComReplies_ReceivedAt",
                table: "WeComReplies",
                column: "ReceivedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "WeComChats");

            migrationBuilder.DropTable(
                name: "WeComReplies");
        }
    }
}
