using StravaTools.Activities;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>A recording in the file of an upload, which is read when it is needed.</summary>
/// <param name="Name">The file name.</param>
/// <param name="ReadBytes">Returns the file as sent.</param>
/// <param name="Index">The number of the activity in the file, from 0.</param>
/// <param name="ElevationAt">See <see cref="Options.FakeStravaOptions.ElevationAt"/>.</param>
internal sealed record StoredRecording(
    string Name, Func<ReadOnlyMemory<byte>> ReadBytes, int Index, Func<double, double, double?>? ElevationAt)
{
    public Activity ReadRecording() =>
        ActivityFile.FromBytes(Name, ReadBytes()).ReadContent().Activities[Index].WithElevation(ElevationAt);

    public string ReadPolyline() => Polyline.Encode(Polyline.PositionsOf(ReadRecording().Streams));

    /// <summary>The activity without what needs about as much memory as the file.</summary>
    public DetailedActivity Replace(DetailedActivity activity) => activity with
    {
        ReadRecording = ReadRecording,
        Map = activity.Map with { ReadPolyline = ReadPolyline },
    };
}
