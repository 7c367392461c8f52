using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Conformance;

public sealed class ContractTableTests
{
    private static readonly string Tests =
        typeof(ContractTableTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Tests").Value!;

    [Fact]
    [Trait("Category", GeneratedFile.Category)]
    [SuppressMessage(
        "StravaTools.Contract", "STRV3005",
        Justification = "It checks the table of clauses, which is not part of a document.")]
    public void The_table_in_the_README_is_current()
    {
        var path = Path.Combine(Tests, "Conformance", "README.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var parts = text.Split([ContractTable.Begin, ContractTable.End], StringSplitOptions.None);
        Assert.Equal(3, parts.Length);

        var table = $"\n{ContractTable.Of(Tests, TestContext.Current.CancellationToken)}\n";
        GeneratedFile.AssertCurrent(path, parts[0] + ContractTable.Begin + table + ContractTable.End + parts[2]);
    }
}
