using StravaTools.PowerShell.Parameters;

namespace StravaTools.PowerShell.Work;

/// <summary>A file of Send-StravaUpload, with its properties.</summary>
internal sealed record FileToSend(ResolvedPath Path, UploadValues Values);
