using StravaTools.Activities.Formats.Xml;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Gpx;

/// <summary>GPX 1.1, and 1.0 (strava-uploads.md, "GPX - GPS Exchange Format").</summary>
internal sealed class GpxFormat : IActivityFormat
{
    public ActivityFileFormat Format => ActivityFileFormat.Gpx;

    public string DataType => "gpx";

    public bool Detect(ReadOnlySpan<byte> content) => XmlRoot.NameOf(content) == GpxNames.Root;

    public IReadOnlyList<Activity> ReadActivities(FileContent content, FindingCollector findings, CancellationToken cancellationToken) =>
        XmlActivityReader.ReadActivities(content, findings, collector => new GpxReader(collector), cancellationToken);

    public void CheckWritable(IReadOnlyList<Activity> activities) => GpxWriter.CheckWritable(activities);

    public void WriteActivities(Stream destination, IReadOnlyList<Activity> activities, CancellationToken cancellationToken) =>
        GpxWriter.WriteActivities(destination, activities, cancellationToken);
}
