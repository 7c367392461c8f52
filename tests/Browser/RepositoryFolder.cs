namespace Browser;

/// <summary>The folder of the repository.</summary>
internal static class RepositoryFolder
{
    private static readonly string Root = FindRoot();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "StravaTools.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
