namespace Bot.Adapters.Blobs;

/// <summary>Why photos and files cannot be kept.</summary>
/// <param name="Sentence">What is wrong and what to do about it, for an operator.</param>
/// <param name="MayPass">True: it may be over soon without anybody's doing; false: somebody has to change something.</param>
internal sealed record BlobFault(string Sentence, bool MayPass);
