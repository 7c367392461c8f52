using FsCheck;
using FsCheck.Fluent;
using StravaTools.Activities.Model;
using StravaTools.Activities.Tests.Writing;

namespace StravaTools.Activities.Tests.Repair;

/// <summary>Repairs of written files that were damaged: cuts, copies, and wrong bytes anywhere.</summary>
public sealed class RepairProperties
{
    public static TheoryData<ActivityFileFormat> Formats => [.. Enum.GetValues<ActivityFileFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Second_repair_finds_nothing_and_no_file_gets_worse(ActivityFileFormat format) =>
        Prop.ForAll(
            Generated.Activities(format),
            Arb.From(Gen.Choose(0, int.MaxValue)),
            (activity, seed) => Check(format, activity, seed)).Check(PropertyRun.Start(100));

    private static void Check(ActivityFileFormat format, Activity activity, int seed)
    {
        if (format != ActivityFileFormat.StrengthJson && Requirements.Lacks(format, [activity]))
        {
            return;
        }

        var written = RoundTrip.Write(format, [activity]);
        CheckFile(written);
        CheckFile(ActivityFile.FromBytes(written.Name, Damage(written.Bytes.ToArray(), new Random(seed))));
    }

    private static void CheckFile(ActivityFile file)
    {
        var before = ActivityValidator.Validate(file, TestContext.Current.CancellationToken);
        var repaired = ActivityRepair.Repair(file, TestContext.Current.CancellationToken);
        var again = ActivityRepair.Repair(ActivityFile.FromBytes(file.Name, repaired.Bytes), TestContext.Current.CancellationToken);

        Assert.Empty(again.Repairs);
        Assert.True(again.Bytes.Span.SequenceEqual(repaired.Bytes.Span));
        Assert.True(repaired.Report.IsValid || !before.IsValid, string.Join(Environment.NewLine, repaired.Report.Findings));
        Assert.True(repaired.Repairs.Count > 0 || repaired.Bytes.Span.SequenceEqual(file.Bytes.Span));
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(damaged.Count);
            var count = Math.Min(random.Next(1, 40), damaged.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    damaged.RemoveRange(at, count);
                    break;
                case 1:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 2:
                    damaged.InsertRange(at, [.. damaged.GetRange(at, count)]);
                    break;
                default:
                    damaged.InsertRange(damaged.Count, new byte[count]);
                    break;
            }
        }

        return [.. damaged];
    }
}
