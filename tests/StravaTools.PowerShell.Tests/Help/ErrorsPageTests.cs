using StravaTools.Client;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.PostgreSql.Errors;

namespace StravaTools.PowerShell.Tests.Help;

public sealed class ErrorsPageTests
{
    [Fact]
    [Trait("Category", GeneratedFile.Category)]
    public void Errors_page_matches_the_errors() =>
        GeneratedFile.AssertCurrent(Repository.PathOf("module", "docs", "errors.md"), ErrorsPage.Write());

    private static readonly Type[] Tables =
    [
        typeof(ApiErrors), typeof(StravaErrors), typeof(SyncErrors), typeof(ScheduleErrors), typeof(PostgreSqlErrors),
        typeof(DecathlonErrors),
    ];

    [Fact]
    public void Every_error_has_a_row_with_a_message_and_a_remedy()
    {
        var rows = ErrorsPage.Write().Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();
        var errors = Tables.SelectMany(ErrorsPage.ErrorsOf).ToArray();

        Assert.Equal(errors.Select(error => error.Id), rows.Select(row => row.Split('`')[1]));
        Assert.Distinct(errors.Select(error => error.Id));
        // Only messages have values.
        Assert.All(errors, error => Assert.DoesNotContain('{', error.Remedy));
        Assert.All(rows, row => Assert.All(row.Split(" | "), cell => Assert.NotEmpty(cell.Trim('|', ' '))));
    }
}
