using System.Xml;
using NetTopologySuite.IO;
using StravaTools.Activities;

namespace Benchmarks;

/// <summary>The valid files of one format in shared/corpus next to the repository.</summary>
internal sealed class RealFiles
{
    public RealFiles(string format)
    {
        Format = format;
        Files =
        [
            .. Directory.GetFiles(Path.Combine(FindCorpus(), format)).Order(StringComparer.Ordinal)
                .Select(path => ActivityFile.FromBytes(Path.GetFileName(path), File.ReadAllBytes(path)))
                .Where(file => ActivityValidator.Validate(file).IsValid)
                .Select(file => file.Content.ToArray()),
        ];
    }

    public string Format { get; }

    public IReadOnlyList<byte[]> Files { get; }

    public int Validate(byte[] file) => ActivityValidator.Validate(ActivityFile.FromBytes("ride." + Format, file)).PointCount;

    public static int BareXmlReader(byte[] file)
    {
        using var xml = XmlReader.Create(new MemoryStream(file), new XmlReaderSettings { IgnoreWhitespace = true });
        var nodes = 0;
        while (Read(xml))
        {
            nodes++;
        }

        return nodes;
    }

    /// <summary>It refuses some of the files; only the time that it takes counts.</summary>
    public static int NetTopologySuite(byte[] file)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(file));
            return GpxFile.ReadFrom(xml, new GpxReaderSettings()).Tracks.Count;
        }
        catch (XmlException)
        {
            return 0;
        }
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
