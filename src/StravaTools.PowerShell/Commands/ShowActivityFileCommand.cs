using System.Management.Automation;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Pages;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Shows an activity file as a page in the browser, or in the terminal.</summary>
[Cmdlet(VerbsCommon.Show, "ActivityFile", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Root + "Show-ActivityFile.md")]
[OutputType(typeof(FileInfo), typeof(string))]
public sealed class ShowActivityFileCommand : PathCmdlet
{
    private ActivityPageOptions _options = ActivityPageOptions.Default;
    private ActivityPageWriter? _writer;
    private int _width;

    /// <summary>The page to write, or an existing folder for it. Default: a temporary file.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputPath { get; set; }

    /// <summary>Overwrites an existing page.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Removes the positions within this distance of the start and the end, in meters.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    public double HideStartAndEnd { get; set; }

    /// <summary>Writes route and charts to the terminal instead of a page.</summary>
    [Parameter]
    public SwitchParameter Terminal { get; set; }

    /// <summary>The maximum heart rate in beats per minute, for the zones. Default: the maximum of the activity.</summary>
    [Parameter]
    [ValidateRange(60, 250)]
    public int? MaxHeartRate { get; set; }

    /// <summary>The functional threshold power in watts, for the power zones, which require it.</summary>
    [Parameter]
    [ValidateRange(30, 1000)]
    public int? FunctionalThresholdPower { get; set; }

    /// <summary>Does not open the page in the browser, and emits its file.</summary>
    [Parameter]
    public SwitchParameter NoOpen { get; set; }

    /// <summary>Emits the file of the page.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _width = TerminalWidth.FindWidth(Host);
        _options = new ActivityPageOptions
        {
            HiddenRadius = HideStartAndEnd,
            Measures = new MeasureOptions { MaxHeartRate = MaxHeartRate, FunctionalThresholdPower = FunctionalThresholdPower },
        };
        var output = OutputPath is null ? null : CreateOrThrow(() => new PathResolver(this).Literal(OutputPath, isNamed: true).FullPath);
        _writer = new ActivityPageWriter(_options, output, Force);
    }

    private protected override void ProcessFiles(List<ResolvedPath> files) => ForEachFile(files, ShowAsync);

    private async Task ShowAsync(string path, CancellationToken cancellationToken)
    {
        if (Terminal)
        {
            await DrawAsync(path, cancellationToken);
            return;
        }

        var page = await _writer!.WriteAsync(path, cancellationToken);
        if (!NoOpen)
        {
            Logins.OpenBrowser(new Uri(page.FullName));
        }

        if (NoOpen || PassThru)
        {
            Engine.WriteObject(page);
        }
    }

    private async Task DrawAsync(string path, CancellationToken cancellationToken)
    {
        var content = await ActivityReading.ReadAsync(Engine, path, cancellationToken);
        foreach (var activity in content.Activities)
        {
            foreach (var line in ActivityDrawing.DrawActivity(activity, _width, _options))
            {
                Engine.WriteObject(line);
            }
        }
    }
}
