namespace StravaTools.FakeStrava.Http;

/// <summary>The file part of a multipart request.</summary>
internal sealed record UploadedFile(string FileName, byte[] Bytes);
