using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using StravaTools.Activities;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;

namespace Fuzz;

/// <summary>
/// An input format to fuzz: its seed files, and how a mutated file is corrected so that readers do not stop at the header.
/// </summary>
internal sealed class FuzzTarget(string name, IReadOnlyList<byte[]> bases, string[] words, Func<byte[], Random, byte[]> finish)
{
    /// <summary>
    /// The processor time for reading, checking, writing, and repairing a mutated file of at most 500 kB. On a busy machine, even a fast
    /// step can take many seconds.
    /// </summary>
    private static readonly TimeSpan ProcessorTimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>After this time, the file is given up, even if the processor is idle.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    private const long AllocationLimit = 64 * 1024 * 1024;
    private const int AllocationPerByte = 2000;

    private readonly byte[][] _words = [.. words.Select(Encoding.UTF8.GetBytes)];

    public string Name => name;

    public IReadOnlyList<byte[]> Bases => bases;

    public static FuzzTarget[] All()
    {
        var fit = FuzzFiles.Of(ActivityFileFormat.Fit);
        var gpx = FuzzFiles.Of(ActivityFileFormat.Gpx);
        var tcx = FuzzFiles.Of(ActivityFileFormat.Tcx);
        return
        [
            new("fit", fit, [], WithChecksum),
            new("gpx", gpx, FuzzFiles.XmlWords, Whole),
            new("tcx", tcx, FuzzFiles.XmlWords, Whole),
            new("json", FuzzFiles.Of(ActivityFileFormat.StrengthJson), FuzzFiles.JsonWords, Whole),
            new("gzip", [.. fit.Concat(gpx).Concat(tcx).Select(Gzip)], [], PackedOrNot),
        ];
    }

    public byte[] Make(Random random) => finish(new Mutator(random, _words).Mutate(bases[random.Next(bases.Count)], bases), random);

    /// <summary>Reads, checks, writes, and repairs. Throws if a step throws or exceeds the limits of time and memory.</summary>
    /// <returns>True if the file has no error. The fuzzer should also produce valid files.</returns>
    public bool Check(byte[] input)
    {
        var started = Environment.CpuUsage.TotalTime;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        using var stop = new CancellationTokenSource(TimeLimit);
        var file = ActivityFile.FromBytes("fuzz." + name, input);
        var report = ActivityValidator.Validate(file, stop.Token);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (allocated > AllocationLimit + ((long)AllocationPerByte * file.Content.Length))
        {
            throw new InvalidOperationException($"It took {allocated:N0} bytes of memory for {file.Content.Length:N0} bytes.");
        }

        var activities = file.ReadContent(stop.Token).Activities;
        foreach (var format in Enum.GetValues<ActivityFileFormat>())
        {
            WriteAndRead(format, activities, stop.Token);
        }

        RepairTwice(file, report, stop.Token);
        var spent = Environment.CpuUsage.TotalTime - started;
        return spent < ProcessorTimeLimit ? report.IsValid : throw new TimeoutException($"It took {spent} of processor time.");
    }

    private static void WriteAndRead(ActivityFileFormat format, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        using var written = new MemoryStream();
        try
        {
            ActivityWriter.Write(written, format, activities, cancellationToken: cancellationToken);
        }
        catch (ActivityWriteException)
        {
            return;
        }

        var back = ActivityFile.FromBytes("written", written.ToArray());
        if (back.Format != format || back.ReadContent(cancellationToken).Activities.Count != activities.Count)
        {
            throw new InvalidOperationException(
                $"Written as {format}, {activities.Count} activities came back as {back.Format} with "
                    + $"{back.ReadContent(cancellationToken).Activities.Count}.");
        }
    }

    /// <summary>A repaired file needs no second repair, and a valid file stays valid.</summary>
    private static void RepairTwice(ActivityFile file, ActivityFileReport report, CancellationToken cancellationToken)
    {
        var repaired = ActivityRepair.Repair(file, cancellationToken);
        if (report.IsValid && !repaired.Report.IsValid)
        {
            throw new InvalidOperationException(
                $"{string.Join(' ', repaired.Repairs)} led to {string.Join(' ', repaired.Report.Findings)}");
        }

        var again = ActivityRepair.Repair(ActivityFile.FromBytes(file.Name, repaired.Bytes), cancellationToken);
        if (again.Repairs.Count > 0)
        {
            throw new InvalidOperationException(
                $"After {string.Join(' ', repaired.Repairs)} there was still to do: {string.Join(' ', again.Repairs)}");
        }
    }

    private static byte[] Whole(byte[] bytes, Random random) => bytes;

    /// <summary>Usually corrects sizes and checksum; otherwise only the header would be fuzzed.</summary>
    private static byte[] WithChecksum(byte[] bytes, Random random)
    {
        if (bytes.Length < 16 || random.Next(8) == 0)
        {
            return bytes;
        }

        var header = bytes[0] == 12 ? 12 : 14;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)(bytes.Length - header - 2));
        if (header == 14)
        {
            bytes[12] = bytes[13] = 0;
        }

        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(bytes.Length - 2), FuzzFiles.FitCrc(bytes.AsSpan(0, bytes.Length - 2)));
        return bytes;
    }

    private static byte[] PackedOrNot(byte[] bytes, Random random) => random.Next(4) == 0 ? Gzip(bytes) : bytes;

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
