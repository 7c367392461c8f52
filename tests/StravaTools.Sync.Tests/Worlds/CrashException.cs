namespace StravaTools.Sync.Tests.Worlds;

/// <summary>The process of a virtual run ends here.</summary>
internal sealed class CrashException : Exception;
