using System.Collections.Immutable;
using System.Runtime.InteropServices;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Reads points from record messages. Only their places and times are collected; the streams are read at the end.</summary>
internal sealed class FitRecords(FitSource source)
{
    /// <summary>A few kilobytes, so that a block is in the cache while its fields are read one after the other.</summary>
    private const int BlockSize = 512;

    private readonly List<FitRecordRun> _runs = [];

    /// <summary>The timestamp of each record; NaN if it has none.</summary>
    private readonly PooledList<double> _seconds = new();

    public int Count => _seconds.Count;

    /// <summary>Adds consecutive messages of one definition.</summary>
    /// <param name="run">The messages.</param>
    /// <param name="data">Their bytes after the first header.</param>
    /// <param name="compressedTimestamp">The timestamp of the header, for a record without the field.</param>
    /// <returns>The last timestamp; null if no message has one.</returns>
    public uint? AddRun(in FitRecordRun run, ReadOnlySpan<byte> data, uint? compressedTimestamp)
    {
        var seconds = _seconds.Extend(run.Count);
        uint? last = null;
        for (var i = 0; i < seconds.Length; i++)
        {
            var timestamp = run.Definition.TimestampOf(data[(i * run.Stride)..]) ?? compressedTimestamp;
            seconds[i] = timestamp ?? double.NaN;
            last = timestamp ?? last;
        }

        AddRun(run);
        return last;
    }

    /// <summary>Reads the streams. There are no records afterwards.</summary>
    public ActivityStreams BuildStreams()
    {
        if (Count == 0)
        {
            return ActivityStreams.Empty;
        }

        var streams = new FitRecordStreams(Count);
        var point = 0;
        foreach (var run in _runs)
        {
            streams.SetLocations(run, point);
            ReadRun(run, point, streams);
            point += run.Count;
        }

        var origin = FindOrigin(out var time);
        _runs.Clear();
        _seconds.Release();
        return streams.BuildStreams(origin, time);
    }

    /// <summary>Messages with compressed timestamps come one by one, and continue the run of the last one.</summary>
    private void AddRun(in FitRecordRun run)
    {
        if (_runs.Count > 0 && _runs[^1] is var last && last.Definition == run.Definition && last.End == run.Position)
        {
            _runs[^1] = last with { Count = last.Count + run.Count };
        }
        else
        {
            _runs.Add(run);
        }
    }

    private void ReadRun(in FitRecordRun run, int firstPoint, FitRecordStreams streams)
    {
        var read = 0;
        while (read < run.Count)
        {
            var bytes = source.ReadWindow(run.Position + (read * run.Stride), run.End);
            var end = read + (bytes.Length / run.Stride);
            if (end == read)
            {
                // The file on the disk became shorter.
                break;
            }

            while (read < end)
            {
                var count = Math.Min(BlockSize, end - read);
                streams.ReadBlock(new FitRecordBlock(run.Definition, bytes, firstPoint + read, count));
                bytes = bytes[(count * run.Stride)..];
                read += count;
            }
        }
    }

    /// <summary>The first time, and the seconds of all records since then.</summary>
    private DateTimeOffset? FindOrigin(out ImmutableArray<double> time)
    {
        time = [];
        var seconds = _seconds.Items;
        var first = seconds.IndexOfAnyExcept(double.NaN);
        if (first < 0)
        {
            return null;
        }

        var origin = seconds[first];
        var since = GC.AllocateUninitializedArray<double>(Count);
        for (var i = 0; i < since.Length; i++)
        {
            since[i] = seconds[i] - origin;
        }

        time = ImmutableCollectionsMarshal.AsImmutableArray(since);
        return FitTime.ToInstant((uint)origin);
    }
}
