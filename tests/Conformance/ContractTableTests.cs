using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StravaTools.Conformance;

public sealed class ContractTableTests
{
    private static readonly string Tests =
        typeof(ContractTableTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Tests").Value!;

    [Fact]
    [SuppressMessage("StravaTools.Contract", "STRV3005", Justification = "It keeps the table of clauses current, and is no clause of a document itself.")]
    public void The_table_in_the_README_is_current()
    {
        var path = Path.Combine(Tests, "Conformance", "README.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var parts = text.Split([ContractTable.Begin, ContractTable.End], StringSplitOptions.None);
        Assert.Equal(3, parts.Length);

        var table = $"\n{ContractTable.Of(Tests, TestContext.Current.CancellationToken)}\n";
        if (Environment.GetEnvironmentVariable("UPDATE_CONTRACT") == "1")
        {
            File.WriteAllText(path, parts[0] + ContractTable.Begin + table + ContractTable.End + parts[2]);
            return;
        }

        Assert.True(table == parts[1], "The table in tests/Conformance/README.md is out of date; UPDATE_CONTRACT=1 dotnet test tests/Conformance writes it anew.");
    }
}
