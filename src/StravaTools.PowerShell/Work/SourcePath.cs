using System.Management.Automation;

namespace StravaTools.PowerShell.Work;

/// <summary>The added property that contains the path of the file that an object was read from.</summary>
internal static class SourcePath
{
    /// <summary>Not named Path: Export-ActivityFile would bind it to the output file.</summary>
    private const string Name = "SourcePath";

    public static PSObject AddProperty(object value, string? path)
    {
        var output = new PSObject(value);
        if (path is not null)
        {
            output.Properties.Add(new PSNoteProperty(Name, path));
        }

        return output;
    }

    /// <summary>Null if the object was not read by a cmdlet of this module.</summary>
    public static string? FindProperty(object value) => new PSObject(value).Properties[Name]?.Value as string;
}
