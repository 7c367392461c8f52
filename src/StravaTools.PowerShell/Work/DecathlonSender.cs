using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Stores files one after the other, and tells PowerShell what became of each.</summary>
internal sealed class DecathlonSender(IEngine engine, DecathlonClient client)
{
    public async Task StoreAsync(List<ResolvedPath> files, PictureOptions options, CancellationToken cancellationToken)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].IsPassedOver)
            {
                engine.WriteVerbose($"'{files[i].FullPath}' is a directory and is passed over.");
                continue;
            }

            try
            {
                await StoreAsync(files[i].FullPath, PathInput.DescribePosition(i, files.Count), options, cancellationToken);
            }
            catch (ApiException e)
            {
                engine.WriteError(ErrorRecords.CreateRecord(e, files[i].FullPath));
            }
        }
    }

    private async Task StoreAsync(string path, string place, PictureOptions options, CancellationToken cancellationToken)
    {
        var file = await DecathlonFiles.ReadAsync(path, options, cancellationToken);
        if (!await engine.ShouldProcessAsync(path, $"Store at {client.BaseUri} as {file.ContentType}, {file.Bytes.Length:N0} bytes", cancellationToken))
        {
            return;
        }

        await using var progress = new FileProgress(engine, "Send-DecathlonFile", $"Sending {file.Name}", place, TimeProvider.System);
        var url = await client.StoreAsync(file, cancellationToken);
        engine.WriteObject(new DecathlonStoredFile { Url = url.OriginalString, File = path, ContentType = file.ContentType, Size = file.Bytes.Length });
    }
}
