using System.Management.Automation;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Changes the thumbnail of activities and saves the old one first.</summary>
[Cmdlet(VerbsCommon.Set, "DecathlonThumbnail", DefaultParameterSetName = PhotoSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Set-DecathlonThumbnail.md")]
[OutputType(typeof(DecathlonThumbnailResult))]
public sealed class SetDecathlonThumbnailCommand : DecathlonCmdlet
{
    private const string PhotoSet = "Photo";
    private const string UrlSet = "Url";
    private PathResolver? _resolver;
    private string? _saveTo;

    /// <summary>The picture. The path is used exactly as written.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PhotoSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string PhotoPath { get; set; } = "";

    /// <summary>The address of a picture that is already stored.</summary>
    [Parameter(Mandatory = true, ParameterSetName = UrlSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Url { get; set; } = "";

    /// <summary>The activity.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string ActivityId { get; set; } = "";

    /// <summary>Saves the old thumbnail to this file instead of adding it to the photos.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SaveCurrentTo { get; set; }

    /// <summary>Does not save the old thumbnail.</summary>
    [Parameter]
    public SwitchParameter NoSave { get; set; }

    /// <summary>Overwrites the file of -SaveCurrentTo.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Makes a picture smaller that exceeds the recommended size.</summary>
    [Parameter]
    public SwitchParameter Resize { get; set; }

    /// <summary>Removes the location from the picture before it is sent.</summary>
    [Parameter]
    public SwitchParameter RemoveLocation { get; set; }

    /// <summary>Converts a PNG picture to JPEG.</summary>
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
            var path = ParameterSetName == PhotoSet ? _resolver!.LiteralOrThrow(PhotoPath).FullPath : null;
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
        var action = $"Change the thumbnail to {path ?? Url}{DescribeSaving()}";
        if (!await Engine.ShouldProcessAsync($"activity {ActivityId}", action, cancellationToken))
        {
            return;
        }

        var step = $"Updating activity {ActivityId}";
        await using var progress = new FileProgress(Engine, "Set-DecathlonThumbnail", step, "", TimeProvider.System);
        var result = await new DecathlonThumbnails(Client).SetAsync(CreateRequest(path, picture), cancellationToken);
        if (result.SavedTo is { } saved && await DecathlonThumbnails.MisnamedAsync(saved, cancellationToken) is { } what)
        {
            Engine.WriteWarning(DecathlonErrors.DecathlonThumbnailMisnamed.Format(saved, what));
        }

        Engine.WriteObject(result);
    }

    private async Task<DecathlonFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var options = new PictureOptions
        {
            RemoveLocation = RemoveLocation,
            ConvertToJpeg = ConvertToJpeg,
            MaxSize = Resize ? DecathlonFiles.RecommendedThumbnailSize : null,
        };
        var file = await DecathlonFiles.ReadPictureAsync(path, options, cancellationToken);
        if (file.Bytes.Length < DecathlonFiles.RecommendedThumbnailSize)
        {
            return file;
        }

        Engine.WriteWarning(
            DecathlonErrors.DecathlonThumbnailLarge.Format(path, file.Bytes.Length, DecathlonFiles.RecommendedThumbnailSize));
        return file;
    }

    private DecathlonThumbnailRequest CreateRequest(string? path, DecathlonFile? picture) => new()
    {
        ActivityId = ActivityId,
        Picture = picture,
        File = path,
        Url = path is null ? Url : null,
        Saving = ChooseSaving(),
        SaveTo = _saveTo,
        Overwrite = Force,
    };

    private DecathlonThumbnailSaving ChooseSaving()
    {
        if (NoSave)
        {
            return DecathlonThumbnailSaving.None;
        }

        if (_saveTo is null)
        {
            return DecathlonThumbnailSaving.AsPhoto;
        }

        return DecathlonThumbnailSaving.ToFile;
    }

    private string DescribeSaving() => ChooseSaving() switch
    {
        DecathlonThumbnailSaving.None => "; the old one is not saved",
        DecathlonThumbnailSaving.AsPhoto => "; the old one becomes a photo",
        _ => $"; the old one is saved to {_saveTo}",
    };

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
