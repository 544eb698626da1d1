namespace Bot.Domain.Proposals;

/// <summary>A guess: a left-over figure belongs into a blank.</summary>
/// <param name="Piece">The number of the piece, counted from 1.</param>
/// <param name="Slot">The name of the blank, as it was said.</param>
/// <param name="Value">The figure the piece is said to hold.</param>
public sealed record Proposal(int Piece, string Slot, decimal Value);
