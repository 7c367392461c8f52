using System.Management.Automation;
using StravaTools.Decathlon;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Stores files at Decathlon.</summary>
[Cmdlet(VerbsCommunications.Send, "DecathlonFile", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Send-DecathlonFile.md")]
[OutputType(typeof(DecathlonStoredFile))]
public sealed class SendDecathlonFileCommand : DecathlonPathCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var files = Input.Resolve(Path, LiteralPath);
        RunAsync(cancellationToken => FileLoop.RunAsync(Engine, files, StoreAsync, cancellationToken));
    }

    private async Task StoreAsync(string path, string position, CancellationToken cancellationToken)
    {
        var file = await DecathlonFiles.ReadAsync(path, PictureOptions, cancellationToken);
        var action = $"Store at {Client.BaseUri} as {file.ContentType}, {file.Bytes.Length:N0} bytes";
        if (!await Engine.ShouldProcessAsync(path, action, cancellationToken))
        {
            return;
        }

        await using var progress = new FileProgress(Engine, "Send-DecathlonFile", $"Sending {file.Name}", position, TimeProvider.System);
        var url = await Client.StoreAsync(file, cancellationToken);
        Engine.WriteObject(new DecathlonStoredFile
        {
            Url = url.OriginalString,
            File = path,
            ContentType = file.ContentType,
            Size = file.Bytes.Length,
        });
    }
}
