using StravaTools.Activities.Formats;
using StravaTools.Activities.Formats.Fit;
using StravaTools.Activities.Formats.Gpx;
using StravaTools.Activities.Formats.StrengthJson;
using StravaTools.Activities.Formats.Tcx;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Rules;

namespace StravaTools.Activities;

/// <summary>The formats, and all rules: the general ones and those of each format.</summary>
internal sealed class ActivityFormatRegistry
{
    private readonly List<RuleFamily> _generalRules = [.. GeneralRules.All];

    public ActivityFormatRegistry(params IReadOnlyList<IActivityFormat> formats)
    {
        Formats = formats;
        Infos = [.. formats.Select(format => format.Info)];
        Extensions = [.. Infos.Select(info => info.Extension)];
        Rules =
        [
            .. _generalRules.SelectMany(family => family.Rules)
                .Concat(formats.SelectMany(RulesOf))
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The formats that Strava accepts. A new one is a folder below Formats and an entry here.</summary>
    /// <remarks>A process may add formats before it reads the first file.</remarks>
    public static ActivityFormatRegistry Default { get; set; } =
        new(new FitFormat(), new GpxFormat(), new TcxFormat(), new StrengthJsonFormat());

    /// <summary>The formats, in the order in which they are detected.</summary>
    public IReadOnlyList<IActivityFormat> Formats { get; }

    /// <summary>The names and properties of all formats.</summary>
    public IReadOnlyList<ActivityFormatInfo> Infos { get; }

    /// <summary>The extensions of all formats, with the dot.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>All rules, by id.</summary>
    public IReadOnlyList<ActivityFileRule> Rules { get; }

    public IActivityFormat GetFormat(ActivityFileFormat format) => Formats.First(known => known.Info.Format == format);

    /// <summary>The format of uncompressed content; null if it is unknown.</summary>
    public IActivityFormat? Detect(ReadOnlySpan<byte> content)
    {
        foreach (var format in Formats)
        {
            if (format.Detect(content))
            {
                return format;
            }
        }

        return null;
    }

    private static IEnumerable<ActivityFileRule> RulesOf(IActivityFormat format) =>
        format.Rules.SelectMany(family => family.Rules).Select(rule => rule with { Format = format.Info.Format });

    /// <summary>Checks a file before it is read.</summary>
    public void CheckFile(FileFacts file, FindingCollector findings)
    {
        foreach (var family in _generalRules)
        {
            family.CheckFile?.Invoke(file, findings);
        }
    }

    /// <summary>Checks activities that were read without errors.</summary>
    public void CheckActivities(IActivityFormat format, ActivityCheckContext context, CancellationToken cancellationToken)
    {
        CheckActivities(_generalRules, context, cancellationToken);
        CheckActivities(format.Rules, context, cancellationToken);
    }

    private static void CheckActivities(
        IReadOnlyList<RuleFamily> families, ActivityCheckContext context, CancellationToken cancellationToken)
    {
        foreach (var family in families)
        {
            cancellationToken.ThrowIfCancellationRequested();
            family.CheckActivities?.Invoke(context);
        }
    }
}
