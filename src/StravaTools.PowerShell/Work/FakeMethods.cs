namespace StravaTools.PowerShell.Work;

/// <summary>The HTTP methods of the administration of a fake server.</summary>
internal static class FakeMethods
{
    public const string Get = "GET";
    public const string Post = "POST";
    public const string Put = "PUT";
    public const string Patch = "PATCH";
    public const string Delete = "DELETE";
}
