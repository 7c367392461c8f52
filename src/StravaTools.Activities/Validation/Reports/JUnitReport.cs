using System.Globalization;
using System.Text;
using System.Xml;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Validation.Reports;

/// <summary>JUnit XML, which build servers show as test results. Each file is a test that fails if the file has an error.</summary>
internal sealed class JUnitReport : ReportFormat
{
    private const string Suite = "StravaTools";

    public override string Extension => ".xml";

    private protected override void WriteReports(Stream stream, IReadOnlyList<ReportedFile> files)
    {
        var settings = new XmlWriterSettings
        {
            Indent = true,
            NewLineChars = "\n",
            Encoding = new UTF8Encoding(false),
            CloseOutput = false,
        };
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Suite);
        WriteNumber(xml, "tests", files.Count);
        WriteNumber(xml, "failures", files.Count(file => !file.Report.IsValid));
        WriteNumber(xml, "errors", 0);
        WriteNumber(xml, "skipped", 0);
        foreach (var file in files)
        {
            WriteCase(xml, file);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, ReportedFile file)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", CleanText.RemoveInvalidCharacters(file.Path));
        xml.WriteAttributeString("classname", $"{Suite}.{file.Report.Format?.ToString() ?? "Unknown"}");
        var errors = file.Report.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        var others = file.Report.Findings.Except(errors).ToList();
        if (errors.Count > 0)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", errors[0].RuleId);
            xml.WriteAttributeString("message", CleanText.RemoveInvalidCharacters(errors[0].Message));
            xml.WriteString(FormatFindings(errors));
            xml.WriteEndElement();
        }

        if (others.Count > 0)
        {
            xml.WriteElementString("system-out", FormatFindings(others));
        }

        xml.WriteEndElement();
    }

    private static string FormatFindings(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(FormatFinding));

    private static string FormatFinding(Finding finding)
    {
        var line = CleanText.RemoveInvalidCharacters(finding.ToString());
        if (finding.Count == 1)
        {
            return line;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{line} [{finding.Count} times]");
    }

    private static void WriteNumber(XmlWriter xml, string name, int number) =>
        xml.WriteAttributeString(name, number.ToString(CultureInfo.InvariantCulture));
}
