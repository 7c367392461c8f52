using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests.House;

/// <summary>
/// Measures <c>src</c>. Print the figures with
/// <c>dotnet tests/StravaTools.Analyzers.Tests/bin/Debug/net10.0/StravaTools.Analyzers.Tests.dll -class "*HouseFiguresTests"
/// -showLiveOutput</c>.
/// </summary>
public sealed class HouseFiguresTests
{
    private static readonly Lazy<HouseFigures> Source = new(() => new HouseFigures(HouseFile.ReadSource()));

    private static readonly Lazy<HouseFigures> Tests = new(() => new HouseFigures(HouseFile.ReadTests()));

    [Fact]
    public void Figures_of_the_source_are_printed()
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"src and documents\n{Source.Value}\n\ntests\n{Tests.Value}");
        Assert.True(Source.Value.Files > 500, "The source files were not found.");
    }

    [Fact]
    public void Files_and_methods_are_short()
    {
        Assert.InRange(Source.Value.FileLengths.Median, 1, HouseLimits.MedianFileLength);
        Assert.InRange(Source.Value.MethodLengths.Median, 1, HouseLimits.MedianMethodLength);
    }

    [Fact]
    public void Few_methods_have_short_names() =>
        AssertLimit(Source.Value.ShortNamePercent, HouseLimits.ShortNamePercent, Source.Value.ShortNames);

    [Fact]
    public void Conditional_operators_are_few() =>
        Assert.InRange(Source.Value.ConditionalsPerThousandLines, 0, HouseLimits.ConditionalsPerThousandLines);

    [Fact]
    public void Conditional_operators_are_not_chained() => AssertLimit(Source.Value.ChainedConditionals, HouseLimits.ChainedConditionals);

    [Fact]
    public void Namespaces_are_folders() => AssertLimit(Source.Value.ForeignNamespaces, HouseLimits.ForeignNamespaces);

    [Fact]
    public void Lines_fit_the_page() => AssertLimit(Source.Value.LongLines, HouseLimits.LongLines);

    [Fact]
    public void Forbidden_words_are_not_used() => AssertLimit(Source.Value.ForbiddenWords, HouseLimits.ForbiddenWords);

    [Fact]
    public void Discouraged_words_are_few() => AssertLimit(Source.Value.DiscouragedWords, HouseLimits.DiscouragedWords);

    [Fact]
    public void Namespaces_of_tests_are_folders() =>
        AssertLimit(Tests.Value.ForeignNamespaces, HouseLimits.ForeignNamespacesInTests);

    [Fact]
    public void Tests_do_not_chain_conditional_operators() =>
        AssertLimit(Tests.Value.ChainedConditionals, HouseLimits.ChainedConditionalsInTests);

    [Fact]
    public void Lines_of_tests_fit_the_page() => AssertLimit(Tests.Value.LongLines, HouseLimits.LongLinesInTests);

    [Fact]
    public void Tests_do_not_use_forbidden_words() => AssertLimit(Tests.Value.ForbiddenWords, HouseLimits.ForbiddenWordsInTests);

    [Fact]
    public void Sizes_are_counted_in_lines()
    {
        var figures =
            Measure("class Empty;\n", "class Sample\n{\n    public Sample() { }\n\n    [Obsolete]\n    void Method()\n    {\n    }\n}\n");
        Assert.Equal((2, 10), (figures.Files, figures.Lines));
        Assert.Equal(new Distribution(1, 9, 9), figures.FileLengths);
        Assert.Equal(new Distribution(4, 4, 4), figures.MethodLengths);
    }

    [Fact]
    public void Distribution_has_the_value_that_a_share_does_not_exceed() =>
        Assert.Equal(new Distribution(10, 18, 20), Distribution.Of(Enumerable.Range(1, 20)));

    [Fact]
    public void Short_names_are_counted_only_for_ordinary_methods()
    {
        var figures = Measure(
            "class Six { Six() { } int Count => 1; void Five5() { } void Sixsix() { void Local() { } } "
                + "void Longer<T>() { } void At() { } }");
        Assert.Equal(["src/P/F0.cs(1): Five5", "src/P/F0.cs(1): At"], figures.ShortNames);
        Assert.Equal(50, figures.ShortNamePercent);
    }

    [Fact]
    public void Conditional_in_a_branch_is_chained_and_in_a_condition_or_an_argument_is_not()
    {
        var figures = Measure("""
            class Sample
            {
                int First = a ? 1 : b ? 2 : 3;
                int Second = a ? ((b ? 1 : 2)) : 3;
                int Third = (a ? b : c) ? 1 : 2;
                int Fourth = a ? Method(b ? 1 : 2) : 3;
            }
            """);
        Assert.Equal(["src/P/F0.cs(3): b ? 2 : 3", "src/P/F0.cs(4): b ? 1 : 2"], figures.ChainedConditionals);
        Assert.Equal(8000.0 / 7, figures.ConditionalsPerThousandLines, 6);
    }

    [Fact]
    public void Namespace_is_the_project_and_the_folder()
    {
        var figures = new HouseFigures([
            new("src/Project/Folder/A.cs", "namespace Project.Folder;"),
            new("src/Project/Folder/B.cs", "namespace Project;"),
            new("src/Project/C.cs", "namespace Project { }"),
            new("src/Project/D.cs", "namespace System.Runtime.CompilerServices;"),
            new("src/Project/E.cs", "class None;")]);
        Assert.Equal(["src/Project/Folder/B.cs(1): Project"], figures.ForeignNamespaces);
    }

    /// <summary>The folder is compiled into every test project, and its name is a keyword of Visual Basic (CA1716).</summary>
    [Fact]
    public void Folder_that_test_projects_share_is_the_root_of_a_namespace()
    {
        var figures = new HouseFigures([
            new("tests/Shared/A.cs", "namespace StravaTools.Tests;"),
            new("tests/Shared/B.cs", "namespace Shared;"),
            new("tests/Project/C.cs", "namespace StravaTools.Tests;")]);
        Assert.Equal(["tests/Shared/B.cs(1): Shared", "tests/Project/C.cs(1): StravaTools.Tests"], figures.ForeignNamespaces);
    }

    [Fact]
    public void Lines_of_code_have_140_characters_at_most()
    {
        var (fits, tooLong) = ("//" + new string('x', 138), "//" + new string('x', 139));
        var figures = new HouseFigures([new("src/P/A.cs", fits + "\r\n" + tooLong), new("README.md", tooLong)]);
        Assert.Equal(["src/P/A.cs(2): " + tooLong], figures.LongLines);
    }

    [Theory]
    [InlineData("It Tells, and it was told anew.", 3)]
    [InlineData("There is none; all the same it is to be had.", 3)]
    [InlineData("Nobody mends what was passed over behind it.", 4)]
    [InlineData("fortells, retold, renew, is nonexistent, amended, pass it over", 0)]
    public void Words_are_counted_in_code_and_prose(string text, int count)
    {
        Assert.Equal(count, new HouseFigures([new("src/P/A.cs", "// " + text)]).ForbiddenWords.Count);
        Assert.Equal(count, new HouseFigures([new("README.md", text)]).ForbiddenWords.Count);
    }

    [Theory]
    [InlineData("This is no file, and the metres are to be kilometres.", 4)]
    [InlineData("There is no file. It is no longer a file.", 0)]
    public void Discouraged_words_are_counted(string text, int count) =>
        Assert.Equal(count, new HouseFigures([new("README.md", text)]).DiscouragedWords.Count);

    [Fact]
    public void Words_of_code_are_in_comments_strings_and_names_of_methods()
    {
        var figures = new HouseFigures([new("src/P/A.cs", """"
            /// <summary>It tells.</summary>
            class Told /* told */
            {
                string told = "told" + $"told {told} told" + @"told"
                    + """
                    told
                    """;
                void It_told_nothing() { }
            }
            """")]);
        Assert.Equal([1, 2, 4, 4, 4, 4, 6, 8], figures.ForbiddenWords.Select(place => int.Parse(place.Split('(', ')')[1], null)));
    }

    [Fact]
    public void Every_room_has_a_folder()
    {
        var rooms = File.ReadLines(Repository.PathOf("src", "rooms.txt"))
            .Where(line => line.StartsWith("room ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]);
        Assert.All(rooms, room => Assert.True(HasFolder(room), $"src has no folder for the room {room}."));
    }

    /// <summary>The folder of <c>A.B.C</c> is A/B/C, A.B/C or A.B.C.</summary>
    private static bool HasFolder(string room)
    {
        var parts = room.Split('.');
        return Enumerable.Range(1, parts.Length)
            .Any(length => Directory.Exists(Repository.PathOf(["src", string.Join('.', parts[..length]), .. parts[length..]])));
    }

    private static HouseFigures Measure(params string[] sources) =>
        new([.. sources.Select((source, index) => new HouseFile($"src/P/F{index}.cs", source))]);

    private static void AssertLimit(IReadOnlyList<string> places, int limit) => AssertLimit(places.Count, limit, places);

    private static void AssertLimit(double value, double limit, IEnumerable<string> places) =>
        Assert.True(value <= limit, $"{value} is over the limit of {limit}:\n{string.Join('\n', places)}");
}
