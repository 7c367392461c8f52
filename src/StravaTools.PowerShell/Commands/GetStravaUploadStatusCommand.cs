using System.Management.Automation;
using StravaTools.Client.Uploads;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Asks how uploads stand, and waits for them if asked to.</summary>
[Cmdlet(VerbsCommon.Get, "StravaUploadStatus")]
[OutputType(typeof(UploadResult))]
public sealed class GetStravaUploadStatusCommand : StravaCmdlet
{
    /// <summary>The uploads. A result without an id, of a file that was not sent, is passed over.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public long[]? Id { get; set; }

    /// <summary>The file of the upload, handed on to the result.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("StravaTools.Cmdlets", "STRV1008",
        Justification = "Only a label, copied to the result: no file is looked for, so there is nothing to expand.")]
    public string? Path { get; set; }

    /// <summary>Wait until Strava has processed each upload.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait for an upload at most.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 120;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Id is null or [])
        {
            WriteVerbose($"'{Path}' was not uploaded, so there is nothing to ask.");
            return;
        }

        RunAsync(AskAsync);
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        foreach (var id in Id!)
        {
            try
            {
                var status = await AskAsync(id, cancellationToken);
                Engine.WriteObject(Client.ToResult(status) with { Path = Path });
            }
            catch (ApiException e)
            {
                Engine.WriteError(ErrorRecords.CreateRecord(e, id));
            }
        }
    }

    private async Task<UploadStatus> AskAsync(long id, CancellationToken cancellationToken)
    {
        await using var progress = new FileProgress(Engine, "Get-StravaUploadStatus", $"Asking for upload {id}", Path ?? "", TimeProvider.System);
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
