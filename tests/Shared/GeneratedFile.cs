namespace StravaTools.Tests;

/// <summary>
/// Files of the repository that tests generate. A test compares the file, or updates it if UPDATE_GENERATED is 1. These tests have the
/// trait Category=Generated, so that one command runs all of them.
/// </summary>
internal static class GeneratedFile
{
    /// <summary>The category of tests that generate files.</summary>
    public const string Category = "Generated";

    private const string Variable = "UPDATE_GENERATED";

    /// <summary>True if the files are updated.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>
    /// Asserts that a file has the expected text, apart from line endings. Updates the file first if UPDATE_GENERATED is 1.
    /// </summary>
    /// <param name="path">The full path of the file.</param>
    /// <param name="expected">The text, with line feeds as line endings.</param>
    public static void AssertCurrent(string path, string expected)
    {
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == expected,
            $"{path} is out of date. Run {Variable}=1 dotnet test StravaTools.sln --filter Category={Category} and commit the result.");
    }
}
