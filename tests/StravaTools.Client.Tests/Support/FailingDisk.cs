using StravaTools.Http.Files;

namespace StravaTools.Client.Tests.Support;

/// <summary>The disk, with the errors of Windows while another program has a file open.</summary>
internal sealed class FailingDisk : LocalDisk
{
    private const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>How many replacements fail.</summary>
    public int Failures { get; set; }

    /// <summary>What was done or tried, in order.</summary>
    public List<string> Steps { get; } = [];

    public override void ReplaceFile(string source, string target)
    {
        Steps.Add("replace");
        if (Failures-- > 0)
        {
            throw new IOException("The process cannot access the file because it is being used by another process.", SharingViolation);
        }

        base.ReplaceFile(source, target);
    }

    public override bool FlushFolder(string path)
    {
        Steps.Add($"flush {path}");
        return base.FlushFolder(path);
    }
}
