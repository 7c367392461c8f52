using System.Management.Automation;
using StravaTools.Client.Uploads;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Gets the status of uploads and can wait until they are processed.</summary>
[Cmdlet(VerbsCommon.Get, "StravaUploadStatus", HelpUri = HelpPages.Root + "Get-StravaUploadStatus.md")]
[OutputType(typeof(UploadResult))]
public sealed class GetStravaUploadStatusCommand : StravaCmdlet
{
    /// <summary>The uploads. Results of files that were not sent are skipped.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public long[]? Id { get; set; }

    /// <summary>The file of the upload, copied to the result.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("StravaTools.Cmdlets", "STRV1008",
        Justification = "Only a label that is copied to the result: no file is read, so there is nothing to expand.")]
    public string? Path { get; set; }

    /// <summary>Waits until Strava has processed each upload.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum number of seconds to wait for an upload.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 120;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Id is null or [])
        {
            this.WriteVerboseMessage($"'{Path}' was not uploaded and is skipped.");
            return;
        }

        ForEach(Id, async (id, cancellationToken) =>
            Engine.WriteObject(Client.ToResult(await GetStatusAsync(id, cancellationToken)) with { Path = Path }));
    }

    private async Task<UploadStatus> GetStatusAsync(long id, CancellationToken cancellationToken)
    {
        var step = $"Getting the status of upload {id}";
        await using var progress = new FileProgress(Engine, "Get-StravaUploadStatus", step, Path ?? "", TimeProvider.System);
        var status = await Client.GetUploadStatusAsync(id, cancellationToken);
        if (!Wait)
        {
            return status;
        }

        progress.CountSeconds($"Waiting for upload {id}", $"Waiting for Strava to process upload {id}");
        var wait = new UploadWait { Timeout = TimeSpan.FromSeconds(TimeoutSeconds) };
        return await Client.WaitForUploadAsync(status, wait, progress, cancellationToken);
    }
}
