using System.Xml;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The parts of a repair that differ between GPX and TCX.</summary>
internal interface IXmlRepair
{
    /// <summary>The end tag of a point.</summary>
    string EndOfPoint { get; }

    void Repair(XmlElement root, CancellationToken cancellationToken);
}
