using System.Management.Automation;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Changes the thumbnail of activities, and saves the old one before.</summary>
[Cmdlet(VerbsCommon.Set, "DecathlonThumbnail", DefaultParameterSetName = PhotoSet, SupportsShouldProcess = true)]
[OutputType(typeof(DecathlonThumbnailResult))]
public sealed class SetDecathlonThumbnailCommand : DecathlonCmdlet
{
    private const string PhotoSet = "Photo";
    private const string UrlSet = "Url";
    private PathResolver? _resolver;
    private string? _saveTo;

    /// <summary>The picture, exactly as written.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PhotoSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string PhotoPath { get; set; } = "";

    /// <summary>The address of a picture that is stored already.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Url { get; set; } = "";

    /// <summary>The activity.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string ActivityId { get; set; } = "";

    /// <summary>Save the old thumbnail to this file, instead of adding it to the photos.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SaveCurrentTo { get; set; }

    /// <summary>Do not save the old thumbnail.</summary>
    [Parameter]
    public SwitchParameter NoSave { get; set; }

    /// <summary>Overwrite the file of -SaveCurrentTo.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Make a picture smaller that is larger than recommended.</summary>
    [Parameter]
    public SwitchParameter Resize { get; set; }

    /// <summary>Take out of the picture where it was taken.</summary>
    [Parameter]
    public SwitchParameter RemoveLocation { get; set; }

    /// <summary>Make a JPEG of a picture that is none.</summary>
    [Parameter]
    public SwitchParameter ConvertToJpeg { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _resolver = new PathResolver(this);
        _saveTo = CreateOrThrow(SavePath, SaveCurrentTo);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            var path = ParameterSetName == PhotoSet ? _resolver!.Literal(PhotoPath, isNamed: true).FullPath : null;
            RunAsync(cancellationToken => SetAsync(path, cancellationToken));
        }
        catch (ApiException e)
        {
            WriteError(ErrorRecords.CreateRecord(e, ActivityId));
        }
    }

    private async Task SetAsync(string? path, CancellationToken cancellationToken)
    {
        var picture = path is null ? null : await ReadAsync(path, cancellationToken);
        if (!await Engine.ShouldProcessAsync($"activity {ActivityId}", $"Change the thumbnail to {path ?? Url}{DescribeSaving()}", cancellationToken))
        {
            return;
        }

        await using var progress = new FileProgress(Engine, "Set-DecathlonThumbnail", $"Changing activity {ActivityId}", "", TimeProvider.System);
        var result = await new DecathlonThumbnails(Client).SetAsync(Request(path, picture), cancellationToken);
        if (result.SavedTo is { } saved && await DecathlonThumbnails.MisnamedAsync(saved, cancellationToken) is { } what)
        {
            Engine.WriteWarning(DecathlonErrors.DecathlonThumbnailMisnamed.Format(saved, what));
        }

        Engine.WriteObject(result);
    }

    private async Task<DecathlonFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var options = new PictureOptions { RemoveLocation = RemoveLocation, ConvertToJpeg = ConvertToJpeg };
        var file = await DecathlonFiles.ReadPictureAsync(path, options, cancellationToken);
        if (file.Bytes.Length < DecathlonFiles.RecommendedThumbnailSize)
        {
            return file;
        }

        if (Resize)
        {
            throw new ApiException(ApiErrors.PictureConverterMissing, path, "smaller");
        }

        Engine.WriteWarning(DecathlonErrors.DecathlonThumbnailLarge.Format(path, file.Bytes.Length, DecathlonFiles.RecommendedThumbnailSize));
        return file;
    }

    private DecathlonThumbnailRequest Request(string? path, DecathlonFile? picture) => new()
    {
        ActivityId = ActivityId,
        Picture = picture,
        File = path,
        Url = path is null ? Url : null,
        Saving = NoSave ? DecathlonThumbnailSaving.None : _saveTo is null ? DecathlonThumbnailSaving.AsPhoto : DecathlonThumbnailSaving.ToFile,
        SaveTo = _saveTo,
        Overwrite = Force,
    };

    private string DescribeSaving()
    {
        if (NoSave)
        {
            return "; the old one is not saved";
        }

        if (_saveTo is null)
        {
            return "; the old one becomes a photo";
        }

        return $"; the old one is saved to {_saveTo}";
    }

    private string? SavePath()
    {
        if (SaveCurrentTo is null)
        {
            return null;
        }

        if (NoSave)
        {
            throw new ApiException(DecathlonErrors.DecathlonSavingTwice);
        }

        return _resolver!.Literal(SaveCurrentTo, isNamed: true).FullPath;
    }
}
