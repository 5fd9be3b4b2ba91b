package org.cytovigil.ui.handover;

import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;

/** The printers of the operating system. */
final class SystemPrinters implements Printers {
    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        PrintService usual = PrintServiceLookup.lookupDefaultPrintService();
        if (usual != null) {
            names.add(usual.getName());
        }
        for (PrintService service : services()) {
            if (!names.contains(service.getName())) {
                names.add(service.getName());
            }
        }
        return List.copyOf(names);
    }

    private static PrintService[] services() {
        return PrintServiceLookup.lookupPrintServices(DocFlavor.SERVICE_FORMATTED.PAGEABLE, null);
    }

    @Override
    public void print(String printer, String job, byte[] file) throws IOException {
        for (PrintService service : services()) {
            if (Objects.equals(service.getName(), printer)) {
                print(service, job, file);
                return;
            }
        }
        throw new IOException("the printer " + printer + " is not there any more");
    }

    private static void print(PrintService service, String name, byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PrinterJob job = PrinterJob.getPrinterJob();
            job.setPrintService(service);
            job.setJobName(name);
            job.setPageable(new PDFPageable(document));
            job.print();
        } catch (PrinterException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }
}
