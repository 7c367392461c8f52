namespace StravaTools.Activities.Tests;

/// <summary>Files of the repository that tests compare with the code.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = Find();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "StravaTools.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
