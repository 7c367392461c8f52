using System.Globalization;
using System.Text;

namespace StravaTools.Activities.Validation.Reports;

/// <summary>A checked file, with the path that a report shows.</summary>
internal sealed record ReportedFile(ActivityFileReport Report, string Path)
{
    private const string Parent = "..";
    private const int ZeroWidthJoiner = 0x200D;

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

    /// <summary>
    /// Text without characters that XML and JSON cannot contain or that disrupt a line. Names and values come from
    /// files, so they can contain any character.
    /// </summary>
    public static string RemoveInvalidCharacters(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append((IsText(rune) ? rune : Rune.ReplacementChar).ToString());
        }

        return clean.ToString();
    }

    /// <summary>The joiner combines emoji (a family, a flag); other formatting characters can reverse a line.</summary>
    private static bool IsText(Rune rune) =>
        rune.Value == ZeroWidthJoiner
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>The place of a finding in words; empty if the finding is about the complete file.</summary>
    public static string PlaceOf(Finding finding) => finding switch
    {
        { Line: { } line } => string.Create(CultureInfo.InvariantCulture, $"line {line}, column {finding.Column}"),
        { Offset: { } offset } => string.Create(CultureInfo.InvariantCulture, $"byte {offset}"),
        _ => "",
    };
}
