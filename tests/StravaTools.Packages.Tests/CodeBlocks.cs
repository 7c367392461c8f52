namespace StravaTools.Packages.Tests;

/// <summary>The C# code blocks of a Markdown page.</summary>
internal static class CodeBlocks
{
    public static IEnumerable<string> In(string page) => File.ReadAllText(page).ReplaceLineEndings("\n")
        .Split("\n```csharp\n").Skip(1).Select(rest => rest[..rest.IndexOf("\n```", StringComparison.Ordinal)]);

    /// <summary>Puts a block into a class of its own, since only one file of a program may consist of statements.</summary>
    public static string InClass(string name, string block)
    {
        var lines = block.Split('\n');
        var usings = lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('='));
        return $$"""
            {{string.Join('\n', usings)}}

            namespace Stranger;

            internal static class {{name}}
            {
                public static async Task RunAsync()
                {
                    await Task.Yield();
                    {{string.Join('\n', lines.Except(usings))}}
                }
            }
            """;
    }
}
