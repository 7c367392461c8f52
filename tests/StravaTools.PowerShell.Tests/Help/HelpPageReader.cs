using System.Text.RegularExpressions;

namespace StravaTools.PowerShell.Tests.Help;

/// <summary>Reads a help page. An exception names the place if a page does not follow the schema.</summary>
internal static partial class HelpPageReader
{
    public static HelpPage Read(string text)
    {
        var sections = Sections(text, "## ");
        var name = Title().Match(text).Groups["name"].Value;
        return new HelpPage
        {
            Name = name,
            Synopsis = string.Join(' ', Paragraphs(Section("SYNOPSIS"))),
            Syntax = [.. ReadSyntax(Section("SYNTAX"))],
            Description = Paragraphs(Section("DESCRIPTION")),
            Examples = [.. Sections(Section("EXAMPLES"), "### ").Select(ReadExample)],
            Parameters = [.. Sections(Section("PARAMETERS"), "### ").Where(section => section.Title != "CommonParameters")
                .Select(ReadParameter)],
            Inputs = ReadTypes(Section("INPUTS")),
            Outputs = ReadTypes(Section("OUTPUTS")),
            Notes = Paragraphs(Section("NOTES")),
            Links = [.. Link().Matches(Section("RELATED LINKS"))
                .Select(link => new HelpLink(link.Groups["text"].Value, link.Groups["target"].Value))],
        };

        string Section(string title) => sections.FirstOrDefault(section => section.Title == title).Body
            ?? throw new InvalidDataException($"The page '{name}' has no section '## {title}'.");
    }

    private static IEnumerable<HelpSyntax> ReadSyntax(string body)
    {
        var sets = Sections(body, "### ");
        return sets.Count == 0
            ? [new HelpSyntax("(All)", CodeOf(body, "SYNTAX"))]
            : sets.Select(
                set => new HelpSyntax(set.Title.Replace(" (Default)", "", StringComparison.Ordinal), CodeOf(set.Body, set.Title)));
    }

    private static HelpExample ReadExample((string Title, string Body) section) =>
        new(section.Title, Code().Match(section.Body).Groups["code"].Value.TrimEnd(), Paragraphs(Code().Replace(section.Body, "")));

    private static HelpParameter ReadParameter((string Title, string Body) section)
    {
        var yaml = Code().Match(section.Body).Groups["code"].Value;
        var values = Value().Matches(yaml)
            .ToDictionary(value => value.Groups["name"].Value, value => value.Groups["value"].Value, StringComparer.Ordinal);
        return new HelpParameter(section.Title.TrimStart('-'), Paragraphs(Code().Replace(section.Body, "")), values);
    }

    private static HelpType[] ReadTypes(string body) =>
        [.. Sections(body, "### ").Select(section => new HelpType(section.Title, Paragraphs(section.Body)))];

    private static string CodeOf(string body, string where) => Code().Match(body) is { Success: true } code
        ? Space().Replace(code.Groups["code"].Value, " ").Trim()
        : throw new InvalidDataException($"There is no syntax in '{where}'.");

    /// <summary>The parts of a text under headings of one level; headings inside code blocks do not count.</summary>
    private static List<(string Title, string Body)> Sections(string text, string mark)
    {
        var sections = new List<(string Title, string Body)>();
        var inCode = false;
        foreach (var line in text.Split('\n'))
        {
            inCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!inCode && line.StartsWith(mark, StringComparison.Ordinal))
            {
                sections.Add((line[mark.Length..].Trim(), ""));
            }
            else if (sections.Count > 0)
            {
                sections[^1] = (sections[^1].Title, sections[^1].Body + line + "\n");
            }
        }

        return sections;
    }

    private static string[] Paragraphs(string text) =>
        [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => Link().Replace(part, "${text}"))];

    [GeneratedRegex("^# (?<name>.+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex("```[a-z]*\n(?<code>.*?)```\n?", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("^(?<name>[A-Z][A-Za-z ]+): ?(?<value>.*)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<target>[^)]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
