using System.Xml;
using Benchmarks.Rides;
using NetTopologySuite.IO;
using StravaTools.Activities;

namespace Benchmarks;

/// <summary>The valid files of one format in shared/corpus next to the repository, repeated to a size that can be measured.</summary>
internal sealed class RealFiles
{
    private const int MixSize = 20_000_000;

    private readonly List<byte[]> _files = [];

    public RealFiles(string format)
    {
        Format = format;
        var files = Directory.GetFiles(Path.Combine(FindCorpus(), format)).Order(StringComparer.Ordinal)
            .Select(path => ActivityFile.FromBytes(Path.GetFileName(path), File.ReadAllBytes(path)))
            .Where(file => ActivityValidator.Validate(file).IsValid)
            .Select(file => file.Content.ToArray())
            .ToList();
        while (Size < MixSize)
        {
            _files.AddRange(files);
            Size += files.Sum(file => file.Length);
        }
    }

    public string Format { get; }

    public int Size { get; private set; }

    public int Validate() => _files.Sum(file => ActivityValidator.Validate(ActivityFile.FromBytes("ride." + Format, file)).PointCount);

    public int ByteWiseCrcAlone() => _files.Sum(file => ByteWiseCrc.Compute(file));

    public int BareXmlReader()
    {
        var nodes = 0;
        foreach (var file in _files)
        {
            using var xml = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { IgnoreWhitespace = true });
            while (Read(xml))
            {
                nodes++;
            }
        }

        return nodes;
    }

    /// <summary>It rejects some of the files; only its time counts.</summary>
    public int NetTopologySuite()
    {
        var read = 0;
        foreach (var file in _files)
        {
            try
            {
                using var xml = XmlReader.Create(new MemoryStream(file));
                read += GpxFile.ReadFrom(xml, new GpxReaderSettings()).Tracks.Count;
            }
            catch (XmlException)
            {
                // Not a file for it.
            }
        }

        return read;
    }

    /// <summary>Some files have prefixes without a namespace, which .NET's reader refuses.</summary>
    private static bool Read(XmlReader xml)
    {
        try
        {
            return xml.Read();
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string FindCorpus()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var corpus = Path.Combine(folder.FullName, "shared", "corpus");
            if (Directory.Exists(corpus))
            {
                return corpus;
            }
        }

        throw new DirectoryNotFoundException("shared/corpus was not found beside the repository.");
    }
}
