using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Tcx;

/// <summary>TCX version 2, activities and courses (strava-uploads.md, "TCX - Training Center Database XML").</summary>
internal sealed class TcxFormat : IActivityFormat
{
    public ActivityFileFormat Format => ActivityFileFormat.Tcx;

    public string DataType => "tcx";

    public bool Detect(ReadOnlySpan<byte> content) => XmlRoot.NameOf(content) == TcxNames.Root;

    public IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken) =>
        XmlActivityReader.ReadActivities(content, findings, collector => new TcxReader(collector), cancellationToken);

    public void CheckWritable(IReadOnlyList<Activity> activities) => TcxWriter.CheckWritable(activities);

    public void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) =>
        TcxWriter.WriteActivities(destination, activities, cancellationToken);
}
