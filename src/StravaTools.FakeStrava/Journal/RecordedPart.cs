namespace StravaTools.FakeStrava.Journal;

/// <summary>A file in a multipart request.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="FileName">The file name as sent.</param>
/// <param name="ContentType">The content type as sent; empty without one.</param>
/// <param name="Length">The size in bytes.</param>
public sealed record RecordedPart(string Name, string FileName, string ContentType, long Length);
