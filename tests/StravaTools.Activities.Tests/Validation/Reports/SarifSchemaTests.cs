using System.Diagnostics;
using System.Text;
using StravaTools.Activities.Tests.Oracles;
using StravaTools.Activities.Validation.Reports;

namespace StravaTools.Activities.Tests.Validation.Reports;

/// <summary>SARIF reports match the published schema, which is part of Microsoft's tool.</summary>
public sealed class SarifSchemaTests
{
    private static readonly string Folder = Path.Combine(FitSdk.OraclesFolder(), "sarif");

    [Fact]
    public async Task Every_rule_at_every_kind_of_place_is_valid()
    {
        var reports = RuleCases.All.Select(known => RuleCases.Validate(known.Breaks)).ToArray();

        Assert.Equal("", await ProblemsAsync(Sarif(reports)));
    }

    [Fact]
    public async Task Report_without_files_is_valid() => Assert.Equal("", await ProblemsAsync(Sarif([])));

    [Fact]
    public async Task Invalid_report_is_rejected_by_the_schema()
    {
        var sarif = Sarif([Text.Validate("a.gpx", "")]);

        Assert.Contains("allowed values", await ProblemsAsync(sarif.Replace("\"error\"", "\"bad\"", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    private static string Sarif(IReadOnlyList<ActivityFileReport> reports)
    {
        using var stream = new MemoryStream();
        ReportFormat.FromFileName(".sarif")!.WriteReport(stream, reports, null);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<string> ProblemsAsync(string sarif)
    {
        RequiredTool.NodePackage(Folder, "ajv");
        var start = new ProcessStartInfo("node", ["validate.mjs"])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(sarif);
        node.StandardInput.Close();
        var problems = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return node.ExitCode == 0 ? problems : throw new InvalidOperationException($"node ended with exit code {node.ExitCode}.");
    }
}
