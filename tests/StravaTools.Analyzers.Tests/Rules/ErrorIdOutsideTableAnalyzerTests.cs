using StravaTools.Analyzers.Rules;
using StravaTools.Client;
using StravaTools.Http.Errors;
using static StravaTools.Analyzers.Tests.Rules.CmdletSources;

namespace StravaTools.Analyzers.Tests.Rules;

public sealed class ErrorIdOutsideTableAnalyzerTests
{
    private const string Table = """
        namespace StravaTools.Http.Errors
        {
            public sealed record ErrorDescriptor(string Id, string Text, string Remedy);
            public static class ApiErrors
            {
            }
        }
        namespace StravaTools.Client
        {
            using StravaTools.Http.Errors;
            public static class StravaErrors
            {
                public static readonly ErrorDescriptor NotFound = new(nameof(NotFound), "", "");
                public static readonly ErrorDescriptor Refused = new(nameof(Refused), "", "");
            }
        }
        """;

    [Fact]
    public async Task Error_id_that_is_a_literal_or_not_in_the_table_is_reported()
    {
        var reported = await Of<ErrorIdOutsideTableAnalyzer>("""
            using StravaTools.Client;
            using StravaTools.Http.Errors;
            public class C
            {
                private const string Mine = "MyOwn";
                public ErrorRecord One(Exception e) => new(e, [|"NotFonud"|], ErrorCategory.NotSpecified, null!);
                public ErrorRecord Two(Exception e) => new(e, [|"NotFound"|], ErrorCategory.NotSpecified, null!);
                public ErrorRecord Three(Exception e) => new(e, [|Mine|], ErrorCategory.NotSpecified, null!);
                public ErrorDescriptor Four() => new([|"Other"|], "", "");
                public void Five() => LogError([|"TooHot"|], "text");
                private void LogError(string code, string message) { }
            }
            """).Source(Table, "/repo/Table.cs").AssertAsync();

        Assert.Equal(
            "The error ID 'NotFonud' is not in a table of errors (StravaErrors, ApiErrors). Add the error to its table.",
            reported[0].GetMessage(null));
        Assert.Equal("The error ID 'NotFound' is a literal. Use StravaErrors.NotFound instead.", reported[1].GetMessage(null));
    }

    [Fact]
    public async Task Ids_of_the_table_and_ids_known_at_run_time_are_accepted() => Assert.Empty(await Of<ErrorIdOutsideTableAnalyzer>("""
        using StravaTools.Client;
        using StravaTools.Http.Errors;
        public class C
        {
            public ErrorRecord One(Exception e) => new(e, StravaErrors.NotFound.Id, ErrorCategory.NotSpecified, null!);
            public ErrorRecord Two(Exception e) => new(e, nameof(StravaErrors.NotFound), ErrorCategory.NotSpecified, null!);
            public ErrorRecord Three(Exception e, string ruleId) => new(e, ruleId, ErrorCategory.NotSpecified, null!);
            public ErrorDescriptor Four(string ruleId) => new(ruleId, "", "");
            public void Five(string code) { Parse("abc"); LogError(code); }
            private void Parse(string code) { }
            private void LogError(string code) { }
        }
        """).Source(Table, "/repo/Table.cs").AssertAsync());

    [Fact]
    public async Task Table_entry_requires_nameof() => Assert.Equal(2, (await Of<ErrorIdOutsideTableAnalyzer>("").Source("""
        namespace StravaTools.Http.Errors
        {
            public sealed record ErrorDescriptor(string Id, string Text, string Remedy);
        }
        namespace StravaTools.Client
        {
            using StravaTools.Http.Errors;
            public static class StravaErrors
            {
                public static readonly ErrorDescriptor NotFound = new([|"NotFound"|], "", "");
                public static readonly ErrorDescriptor Refused = new([|nameof(NotFound)|], "", "");
                public static readonly ErrorDescriptor Right = new(nameof(Right), "", "");
            }
        }
        """, "/repo/Table.cs").AssertAsync()).Count);

    [Fact]
    public async Task Other_assemblies_have_their_own_error_ids() => Assert.Empty(await Of<ErrorIdOutsideTableAnalyzer>("""
        public class C
        {
            public ErrorRecord One(Exception e) => new(e, "MyOwn", ErrorCategory.NotSpecified, StravaTools.Client.StravaErrors.NotFound);
        }
        """).Reference(typeof(StravaErrors)).Reference(typeof(ErrorDescriptor)).AssertAsync());
}
