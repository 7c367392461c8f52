using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Loads the state of a fake server from a JSON file.</summary>
[Cmdlet(VerbsData.Import, "FakeStravaState", SupportsShouldProcess = true, DefaultParameterSetName = PathSet,
    HelpUri = HelpPages.Root + "Import-FakeStravaState.md")]
public sealed class ImportFakeStravaStateCommand : FakeStravaCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private JsonNode? _state;

    /// <summary>The file. Wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Path { get; set; } = "";

    /// <summary>The file. The path is used exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = "";

    /// <summary>Adds what the file contains, and replaces what has the same ID, instead of replacing the state.</summary>
    [Parameter]
    public SwitchParameter Merge { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _state = CreateOrThrow(ReadState);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Merge)
        {
            Send("Merge the state", FakeMethods.Patch, "state", _state, _ => []);
        }
        else
        {
            Send("Replace the state", FakeMethods.Put, "state", _state, _ => []);
        }
    }

    private JsonNode? ReadState()
    {
        var resolver = new PathResolver(this);
        var path = ParameterSetName == LiteralPathSet
            ? resolver.Literal(LiteralPath, isNamed: true).FullPath
            : resolver.ExpandOrThrow(Path, fromPipeline: false)[0].FullPath;
        try
        {
            return JsonNode.Parse(File.ReadAllText(path), null,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException e)
        {
            throw new ApiException(StravaErrors.FakeStateInvalid, e, path, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrors.FileNotReadable, e, path, e.Message);
        }
    }
}
