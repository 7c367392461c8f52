using System.Text.Encodings.Web;
using System.Text.Json;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Validation.Reports;

/// <summary>SARIF 2.1.0, which code hosts and editors show next to the files.</summary>
internal sealed class SarifReport : ReportFormat
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Slashes and quotes stay readable; the file is never part of an HTML page.</summary>
    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, int> RuleIndexes =
        ActivityFileRules.All.Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index, StringComparer.Ordinal);

    public override string Extension => ".sarif";

    private protected override void WriteReports(Stream stream, IReadOnlyList<ReportedFile> files)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var file in files)
        {
            foreach (var finding in file.Report.Findings)
            {
                WriteResult(json, file, finding);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "StravaTools");
        json.WriteString("semanticVersion", typeof(SarifReport).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in ActivityFileRules.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title + ".");
            WriteText(json, "fullDescription", rule.Why);
            WriteText(json, "help", $"{rule.WhatToDo} An example that breaks the rule: {rule.Example}");
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, ReportedFile file, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.RuleId);
        json.WriteNumber("ruleIndex", RuleIndexes[finding.RuleId]);
        json.WriteString("level", LevelOf(finding.Severity));
        WriteText(json, "message", CleanText.RemoveInvalidCharacters(finding.Message));
        json.WriteNumber("occurrenceCount", finding.Count);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", ToUri(file.Path));
        json.WriteEndObject();
        WriteRegion(json, finding);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, Finding finding)
    {
        if (finding.Line is { } line)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            json.WriteNumber("startColumn", finding.Column ?? 1);
            json.WriteEndObject();
        }
        else if (finding.Offset is { } offset)
        {
            json.WriteStartObject("region");
            json.WriteNumber("byteOffset", offset);
            json.WriteNumber("byteLength", 0);
            json.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>
    /// Makes a file URI of an absolute path; a relative path stays relative. Characters that URIs do not allow are escaped.
    /// </summary>
    private static string ToUri(string path)
    {
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        if (!Path.IsPathRooted(path))
        {
            return escaped;
        }

        if (path.StartsWith('/'))
        {
            return "file://" + escaped;
        }

        return "file:///" + escaped.Replace("%3A", ":", StringComparison.Ordinal);
    }
}
