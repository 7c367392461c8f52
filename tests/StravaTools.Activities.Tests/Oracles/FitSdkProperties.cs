using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using StravaTools.Activities.Model;
using StravaTools.Activities.Tests.Writing;

namespace StravaTools.Activities.Tests.Oracles;

/// <summary>Every FIT file that is written and repaired is valid for the official SDK for JavaScript. node runs once for all files.</summary>
public sealed class FitSdkProperties : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fit-");
    private readonly List<(string Path, int Records)> _files = [];

    [Fact]
    public void Written_and_repaired_files_are_valid_for_the_SDK()
    {
        RequiredTool.NodePackage(FitSdk.OraclesFolder(), "@garmin/fitsdk");
        Prop.ForAll(Generated.Activities(ActivityFileFormat.Fit), AddFiles).Check(PropertyRun.Start(100));

        var lines = FitSdk.Decode(_files.Select(file => file.Path));

        Assert.NotEmpty(_files);
        Assert.All(_files, file =>
        {
            var messages = lines["fit/" + Path.GetFileName(file.Path)];
            Assert.Equal("[]", messages[^1].GetProperty("errors").GetRawText());
            Assert.True(messages[^1].GetProperty("integrity").GetBoolean());
            Assert.Equal(file.Records, messages.Count(message => message.GetProperty("message").GetString() == "record"));
        });
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AddFiles(Activity activity)
    {
        if (Requirements.Lacks(ActivityFileFormat.Fit, [activity]))
        {
            return;
        }

        var written = RoundTrip.Write(ActivityFileFormat.Fit, [activity]);
        AddFile(written.Bytes.Span, activity.Streams.Count);
        byte[] padded = [.. written.Bytes.Span, 0, 0, 0];
        var repaired = ActivityRepair.Repair(ActivityFile.FromBytes("padded.fit", padded), TestContext.Current.CancellationToken);
        AddFile(repaired.Bytes.Span, repaired.Report.PointCount);
    }

    private void AddFile(ReadOnlySpan<byte> bytes, int records)
    {
        var path = Path.Combine(_folder.FullName, _files.Count.ToString(CultureInfo.InvariantCulture) + ".fit");
        File.WriteAllBytes(path, bytes);
        _files.Add((path, records));
    }
}
