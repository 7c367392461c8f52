namespace StravaTools.FakeStrava.Options;

/// <summary>A file that was stored.</summary>
/// <param name="Key">The end of its URL.</param>
/// <param name="FileName">The name that came with it.</param>
/// <param name="ContentType">What it is served as.</param>
/// <param name="Bytes">The file.</param>
public sealed record FakeStoredFile(string Key, string FileName, string ContentType, ReadOnlyMemory<byte> Bytes);
