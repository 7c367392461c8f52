using System.Globalization;

namespace StravaTools.Activities.Validation.Reports;

/// <summary>A checked file, with the path that a report shows.</summary>
internal sealed record ReportedFile(ActivityFileReport Report, string Path)
{
    private const string Parent = "..";

    /// <summary>The path below a folder, with slashes on every system; unchanged if it is elsewhere.</summary>
    public static string Shorten(string path, string? baseFolder)
    {
        if (baseFolder is null || !System.IO.Path.IsPathRooted(path))
        {
            return path.Replace('\\', '/');
        }

        var relative = System.IO.Path.GetRelativePath(baseFolder, path);
        if (relative.StartsWith(Parent, StringComparison.Ordinal) || System.IO.Path.IsPathRooted(relative))
        {
            return path.Replace('\\', '/');
        }

        return relative.Replace('\\', '/');
    }

    /// <summary>The place of a finding in words; empty if the finding is about the complete file.</summary>
    public static string PlaceOf(Finding finding) => finding switch
    {
        { Line: { } line } => string.Create(CultureInfo.InvariantCulture, $"line {line}, column {finding.Column}"),
        { Offset: { } offset } => string.Create(CultureInfo.InvariantCulture, $"byte {offset}"),
        _ => "",
    };
}
